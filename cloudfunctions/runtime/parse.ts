export { parseInput } from '@/domain/operations/parse';
