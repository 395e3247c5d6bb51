export { CheckPage } from './page/CheckPage';
export { DenseForm } from './page/DenseForm';
export { FormWalk } from './page/FormWalk';
export { areaTree, divisionBook, placePath, villageTree } from './places';
export { type Draft, type DraftShelf, draftKey, readDraft } from './session/draft';
export { type Journey, journeyOf } from './session/journey';
export { type FormSession, useFormSession } from './session/use-form-session';
