/** Taro outside its runtime: a test that needs a part of it puts that part in with jest.mock. */
export default {};
