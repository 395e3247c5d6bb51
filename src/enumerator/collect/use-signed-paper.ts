import { useEffect, useState } from 'react';
import type { Account } from '@/client/account';
import type { OpenedForm } from '@/client/filling/use-open-form';
import { outbox, sendOutbox } from '@/client/outbox/outbox';
import { lackOfRoom } from '@/client/outbox/room';
import { attachPaper, mostPaperBytes } from '@/domain/operations/collecting/signed-paper';
import type { ProblemReply } from '@/domain/problem';
import { newRequestId, problemOf } from '@/platform/client';
import { takePhoto } from '@/platform/device/photo';
import { storage } from '@/platform/storage';
import { type PaperPhoto, paperInputs, readPhoto } from './paper-parts';

/** The photo while its form is filled in, and cut into entries of the outbox after that; base64 is 4/3 of it. */
const roomOfPhoto = Math.ceil(mostPaperBytes * (4 / 3) * 2) + 16 * 1024;

/** Pixels; small print of an A4 sheet is still readable. */
const longestSide = 1280;

export interface SignedPaper {
  photo: PaperPhoto | undefined;
  busy: boolean;
  problem: ProblemReply | undefined;
  take: () => Promise<void>;
  remove: () => Promise<void>;
  /**
   * Into the outbox, behind the form.
   * @param after the form's entry, when it has not arrived
   * Errors: storage.full; the photo stays with the form then.
   */
  send: (after: string | undefined) => Promise<void>;
}

/** With what the village keeps: erased with it, and when the account leaves the phone. */
const keyOf = (accountId: string, village: string, personId: string): string =>
  `village/${accountId}/${village}/paper-${personId}`;

/** The photo of the sheet somebody signed by hand, kept on the phone until it goes with his form. */
export function useSignedPaper({ accountId }: Account, village: string, { subject }: OpenedForm): SignedPaper {
  const { personId, name } = subject;
  const key = keyOf(accountId, village, personId);
  const [photo, setPhoto] = useState<PaperPhoto>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemReply>();
  useEffect(() => {
    void storage.get(key).then(
      (stored) => setPhoto(readPhoto(stored)),
      () => undefined
    );
  }, [key]);

  const trying = async (work: () => Promise<void>) => {
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setProblem(problemOf(error).toReply());
    } finally {
      setBusy(false);
    }
  };
  const take = () =>
    trying(async () => {
      const lack = await lackOfRoom(roomOfPhoto, '存一张照片');
      if (lack !== undefined) throw lack;
      const data = await takePhoto({ mostBytes: mostPaperBytes, longestSide, chosen: () => setBusy(true) });
      if (data === undefined) return;
      const taken = { attachmentId: newRequestId(), data, takenAt: new Date().toISOString() };
      await storage.set(key, taken);
      setPhoto(taken);
    });
  const remove = () =>
    trying(async () => {
      await storage.remove(key);
      setPhoto(undefined);
    });
  const send = async (after: string | undefined) => {
    if (photo === undefined) return;
    const inputs = paperInputs(photo, personId);
    for (const input of inputs) {
      await outbox.add({
        operation: attachPaper.name,
        input,
        subject: personId,
        title: `纸质签名照片 ${name}（${input.part}/${input.parts}）`,
        after: after === undefined ? [] : [after],
        shows: { village },
      });
    }
    await storage.remove(key);
    setPhoto(undefined);
    void sendOutbox();
  };
  return { photo, busy, problem, take, remove, send };
}
