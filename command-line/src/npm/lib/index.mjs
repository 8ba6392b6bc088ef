import plumbline from './index.js';

export const {startMock} = plumbline;
