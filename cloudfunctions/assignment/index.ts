import { serve } from '../runtime/serve';
import { wire } from '../wire';
import { badgeSheet } from './badge-sheet';
import { applyBalance, previewBalance } from './balance';
import { assign, extend, handBack, takeBack } from './by-hand';
import { setLanguage } from './language';
import { assignmentsOf, enumerators, myAssignments } from './lists';

/** Who collects where. */
export const main = serve(
  [
    myAssignments,
    assignmentsOf,
    enumerators,
    assign,
    takeBack,
    handBack,
    extend,
    setLanguage,
    previewBalance,
    applyBalance,
    badgeSheet,
  ],
  { wire }
);
