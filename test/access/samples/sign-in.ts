import { own, type Samples } from '../sample';

export const signIn: Samples = {
  'account.redeemInvitation': own({ code: 'ABCD2345', phone: { number: '13811112222' } }),
  'account.beginWebSignIn': own({ device: '办公电脑' }),
  'account.lookWebSignIn': own({ code: 'ABCD2345' }),
  'account.confirmWebSignIn': own({ code: 'ABCD2345', allow: true }),
  'account.pollWebSignIn': own({ pollSecret: 'x'.repeat(43) }),
};
