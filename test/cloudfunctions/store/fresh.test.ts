import { freshStore } from '../../support/store';

test('every test begins with an empty store, whatever the one before left', async () => {
  const first = await freshStore();
  await first.read(async (db) => {
    await db.run(`INSERT INTO audit_head VALUES ('522732', '2018-01-02', 1, '\\x00')`);
    await db.script('CREATE TABLE left_over (id int)');
  });
  const second = await freshStore();
  expect(await second.read((db) => db.query('SELECT 1 FROM audit_head'))).toEqual([]);
  expect(await second.read((db) => db.one(`SELECT to_regclass('left_over') AS found`))).toEqual({ found: null });
  await expect(
    second.transaction(async (db) => {
      await db.run(`INSERT INTO audit_head VALUES ('522732', '2018-01-02', 1, '\\x00')`);
      await db.run('DELETE FROM audit_head');
    })
  ).rejects.toMatchObject({ code: '42501' });
});
