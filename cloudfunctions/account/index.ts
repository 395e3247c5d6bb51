import { serve } from '../runtime/serve';
import { wire } from '../wire';
import { checkBadge, myBadge } from './badge';
import { addFamilyMember, bindSelf, removeFamilyMember } from './family';
import { askCorrection, myCorrections } from './held/corrections';
import { whoLooked } from './held/who-looked';
import { chooseMode, myHouseholds, openSlip } from './household';
import { redeemInvitation } from './invitation-redeem';
import { listPersonas } from './list-personas';
import { me } from './me';
import { reportSubscription } from './report-subscription';
import { signInLocally } from './sign-in-locally';
import { signInWechat } from './sign-in-wechat';
import { signOut } from './sign-out';
import { acceptUndertaking, agreeConsent, readConsentText, readUndertakingText } from './texts';
import { beginWebSignIn, pollWebSignIn } from './web-sign-in-computer';
import { confirmWebSignIn, lookWebSignIn } from './web-sign-in-phone';

/** Signing in, who I am, and for whom I answer. */
export const main = serve(
  [
    listPersonas,
    signInLocally,
    signInWechat,
    signOut,
    me,
    readConsentText,
    agreeConsent,
    readUndertakingText,
    acceptUndertaking,
    reportSubscription,
    bindSelf,
    addFamilyMember,
    removeFamilyMember,
    redeemInvitation,
    beginWebSignIn,
    pollWebSignIn,
    lookWebSignIn,
    confirmWebSignIn,
    whoLooked,
    askCorrection,
    myCorrections,
    openSlip,
    myHouseholds,
    chooseMode,
    myBadge,
    checkBadge,
  ],
  { wire }
);
