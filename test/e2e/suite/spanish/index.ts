import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsOn, activate, hintsOf, hoverOn, open, problemsWhen, ruleOf } from '../editor';
import { runMocha } from '../mochaRun';

export const run = () =>
  runMocha(() => {
    describe('In Spanish', () => {
      it('the display language is Spanish, and the palette speaks it', async () => {
        assert.equal(vscode.env.language, 'es');
        const { extension } = await activate();
        const titles = extension.packageJSON.contributes.commands.map(({ title }: { title: string }) => title);
        assert.ok(
          titles.some((title: string | { value: string }) => (typeof title === 'string' ? title : title.value) === 'Elegir el modelo por defecto'),
        );
      });

      it('so do hints and hovers', async () => {
        const labels = await hintsOf(await open('python/in_house.py'));
        assert.ok(
          labels.some((label) => label.includes('precio desconocido')),
          labels.join('\n'),
        );
        assert.match(await hoverOn(await open('fixture/answer.py'), 'create('), /\| Modelo \| Entrada \| Por llamada \| Por 1\.000 llamadas \|/);
      });

      it('so do problems and fixes', async () => {
        const document = await open('fixture/answer.py');
        const problems = await problemsWhen(document, (rules) => rules.includes('missing-output-limit'));
        assert.match(problems.find((problem) => ruleOf(problem) === 'missing-output-limit')?.message ?? '', /^Sin límite de salida/);
        const titles = (await actionsOn(document, 'create(')).map(({ title }) => title);
        assert.ok(
          titles.some((title) => title.startsWith('Limitar la salida a')),
          titles.join('\n'),
        );
        assert.ok(
          titles.some((title) => title.startsWith('Ignorar')),
          titles.join('\n'),
        );
      });
    });
  });
