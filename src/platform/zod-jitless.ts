import * as z from 'zod';

// Inside WeChat `Function` silently does nothing and zod's compiled parsers crash. Must run before any schema is made.
z.config({ jitless: true });
