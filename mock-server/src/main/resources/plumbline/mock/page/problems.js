import {ask} from './client.js';
import {element} from './elements.js';

export async function render(main) {
  main.replaceChildren(element('p', {class: 'quiet'}, 'Looking …'));
  const problems = await ask('GET', '/problems');
  main.replaceChildren(problems.length === 0
    ? element('p', {class: 'good'}, 'The contract has no problems that matter to the mock.')
    : element('ul', {id: 'problems'}, problems.map(problem => element('li', {},
        element('code', {}, problem.place), ` ${problem.message}`,
        problem.hint ? element('span', {class: 'quiet'}, `; ${problem.hint}`) : null))));
}
