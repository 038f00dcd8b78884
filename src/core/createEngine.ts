import { readAgentContext } from './agentContext';
import type { Assets } from './assets';
import { compareRecorded } from './compareRecorded';
import { compressText, createCompressor, judgePair, judgeRewrite, rewriteTask } from './compress';
import { aliasFor, isStatedPrompt, type Settings } from './config';
import { textUsd, usageUsd } from './cost';
import {
  type Counted,
  type CountedPrompt,
  type Counter,
  estimateWith,
  FALLBACK_TOKENIZER,
  isOwn,
  loadTokenizer,
  modelOf,
  tokenizerFor,
} from './counting';
import type { Engine, EngineCells, EngineDocument, LoadedSize, ModelCount, SourceText } from './engine';
import { findFormat, statedPromptFormat } from './formats/find';
import type { Format, FormatFacts } from './formats/format';
import { languages } from './languages';
import type { Ecosystem, Language } from './languages/language';
import { lint, type Reading, type Services } from './linter';
import { mayMatter } from './mayMatter';
import { createModules, type Modules } from './modules';
import { type Cell, openJoined, readNotebook } from './notebook';
import { createParsers, type Parsers } from './parsers';
import {
  applyUpdate,
  type Catalogue,
  createBase,
  createCatalogue,
  createConstantFinder,
  isForeign,
  providerOfEndpoint,
  shippedBase,
  shippedSnapshot,
} from './pricing';
import { type Asked, createRecognizer, indexSdks, type ReadFile, type Recognizer, runsOf, type SdkIndex } from './recognize';
import { matchModels, withAssumed } from './requestModels';
import { dominates } from './rules/helpers/dominance';
import { isStaying } from './rules/helpers/models';
import { estimateTokens, screen } from './screen';
import { sdks } from './sdks';
import { SourceFile } from './sourceFile';
import { Stopped, type StopSignal, throwIfStopped } from './stop';
import { createTokenizers, forUnknownModel, type JsonValue, type OpenBytes, type Tokenizers, toolTokens } from './tokenizers';
import type { Analysis, ModelMatch, Prompt, TextEdit } from './types';

export interface EngineOptions {
  /** Reads a file of the workspace for imports and literal paths; without it each file is read alone. */
  readFile?: ReadFile;
  /** Opens the tokenizer files that projects state; without it models keep their own tokenizers. */
  openBytes?: OpenBytes;
  /** Told of a tokenizer file that is not used, once for each of its versions. */
  onTokenizerRefused?: (path: string, why: string) => void;
  /** ISO date that counts as today; the real one where absent. */
  today?: () => string;
  /** Told when a parser has failed in a way that may have left its memory in disorder: whoever can, starts another engine. */
  onFault?: () => void;
  /** Told of errors that did not stop the analysis. */
  onError?: (stage: string, error: unknown) => void;
}

/** Makes the engine. Nothing is loaded before it is needed. */
export async function createEngine(assets: Assets, options: EngineOptions = {}): Promise<Engine> {
  const parsers = createParsers(assets, options.onFault);
  const tokenizers = createTokenizers((encoding) => assets.ranks(encoding), options.openBytes, options.onTokenizerRefused);
  const compress = createCompressor();
  const modules = createModules(options.readFile ?? null, parsers, languageOf);
  let catalogues = new WeakMap<Settings, Catalogue>();
  let pastCatalogues = new WeakMap<Settings, Map<string, Catalogue>>();
  let base = shippedBase;
  const indexes = new Map<Ecosystem, SdkIndex>();
  const findConstant = createConstantFinder(shippedBase);
  const today = options.today ?? (() => new Date().toISOString().slice(0, 10));

  const catalogueOf = (settings: Settings): Catalogue => {
    const catalogue = catalogues.get(settings) ?? createCatalogue(settings.models, settings.selfHosted, today(), base);
    catalogues.set(settings, catalogue);
    return catalogue;
  };
  /** The catalogue as of another day. */
  const catalogueOn = (day: string, settings: Settings): Catalogue => {
    const byDay = pastCatalogues.get(settings) ?? new Map<string, Catalogue>();
    pastCatalogues.set(settings, byDay);
    const catalogue = byDay.get(day) ?? createCatalogue(settings.models, settings.selfHosted, day, base);
    byDay.set(day, catalogue);
    return catalogue;
  };
  const indexOf = (ecosystem: Ecosystem): SdkIndex => {
    const index = indexes.get(ecosystem) ?? indexSdks(sdks, ecosystem);
    indexes.set(ecosystem, index);
    return index;
  };
  const recognizerFor = (ecosystem: Ecosystem, path: string): Recognizer =>
    createRecognizer(
      indexOf(ecosystem),
      { findConstant, providerOfUrl: providerOfEndpoint, isForeign: (id, provider) => isForeign(shippedBase, id, provider) },
      path,
    );
  const servicesFor = (settings: Settings): Services => ({
    tokenizers,
    catalogue: catalogueOf(settings),
    compress,
    today: today(),
    onError: options.onError ?? (() => {}),
  });

  /** Counts for these models and the default one. */
  async function counterFor(matches: readonly ModelMatch[], settings: Settings): Promise<Counter> {
    const fallback = modelOf(catalogueOf(settings).find(settings.defaultModel));
    const tokenizerOf = (model: Counted) => tokenizerFor(model, fallback, tokenizers, settings);
    await Promise.all([...matches, fallback].map((model) => loadTokenizer(model, tokenizers, settings)));
    return { tokenizerOf, count: (text, model) => tokenizers.count(text, tokenizerOf(model)) };
  }

  async function analyzeCells(cells: readonly Cell[], languageId: string, path: string, settings: Settings): Promise<Analysis> {
    const document = openCells(cells, languageId, path);
    try {
      return await document.analyze(settings);
    } finally {
      document.close();
    }
  }

  async function count(text: string, models: readonly string[], settings: Settings): Promise<ModelCount[]> {
    const catalogue = catalogueOf(settings);
    const result: ModelCount[] = [];
    for (const model of models) {
      const match = catalogue.find(model);
      const known = modelOf(match);
      const tokenizer = await loadTokenizer(match, tokenizers, settings);
      const counted = tokenizers.count(text, tokenizer);
      result.push({ model, match, count: isOwn(counted, match) ? counted : forUnknownModel(counted), inputCost: textUsd(known, counted.tokens) });
    }
    return result;
  }

  const contextServices = (settings: Settings) => ({
    settings,
    findModel: (id: string) => catalogueOf(settings).find(id),
    count: async (text: string, model: string) => (await count(text, [model], settings))[0]!.count,
  });

  async function countTools(tools: readonly JsonValue[], name: string, settings: Settings): Promise<LoadedSize> {
    const model = modelOf(catalogueOf(settings).find(name));
    const tokenizer = await loadTokenizer(model, tokenizers, settings);
    const { low, likely, high } = toolTokens(model ?? { provider: '', name }, tools, (text) => tokenizers.count(text, tokenizer).tokens, 'auto');
    return { tokens: likely, low, high, accuracy: 'approximate' };
  }

  const open = (source: SourceText): EngineDocument => new Document(source, parsers, tokenizers, recognizerFor, servicesFor, modules);
  const openCells = (cells: readonly Cell[], languageId: string, path: string): EngineCells =>
    openJoined(cells, languageId, (text) => open({ text, path, languageId }));
  return {
    languages: languages.map(({ id, editorIds, extensions }) => ({ id, editorIds, extensions })),
    get prices() {
      return { asOf: base.asOf, sources: [...base.sources] };
    },
    usePrices(update) {
      base = update ? createBase(applyUpdate(shippedSnapshot, update)) : shippedBase;
      catalogues = new WeakMap();
      pastCatalogues = new WeakMap();
    },
    accepts: (path) => path.endsWith('.ipynb') || languageOf({ path, text: '' }) !== null || findFormat(path, null) !== null,
    mayMatter: mayMatterIn,
    open,
    openCells,
    async analyze(source, settings) {
      const notebook = source.path.endsWith('.ipynb') ? readNotebook(source.text) : null;
      if (notebook) return analyzeCells(notebook.cells, notebook.languageId, source.path, settings);
      const document = open(source);
      try {
        return await document.analyze(settings);
      } finally {
        document.close();
      }
    },
    analyzeCells,
    count,
    async estimate(request, prompts, path, settings) {
      const call = withAssumed(request, settings);
      const catalogue = catalogueOf(settings);
      const matches = matchModels(call, settings, catalogue);
      return estimateWith(
        call,
        matches,
        withRuns(prompts),
        { settings, path, today: today(), measuredOf: () => null },
        await counterFor(matches, settings),
      );
    },
    agentContext: (files, settings, options = {}) =>
      readAgentContext(files, { ...contextServices(settings), countTools: (tools, model) => countTools(tools, model, settings) }, options),
    compareRecorded: (first, second, settings) => compareRecorded(first, second, contextServices(settings)),
    async compare(analysis, index, names, settings) {
      const catalogue = catalogueOf(settings);
      const call = analysis.calls[index];
      if (!call) return [];
      const matches = names.map((name) => catalogue.find(name));
      const counter = await counterFor(matches, settings);
      const prompts = withRuns(analysis.prompts);
      const stated = { settings, path: analysis.path ?? '', today: today(), measuredOf: () => analysis.measured?.[index] ?? null };
      return names.map((model, at) => {
        const match = matches[at] as ModelMatch;
        return { model, match, estimate: estimateWith(call, [match], prompts, stated, counter) };
      });
    },
    betterModels(model, settings) {
      const day = today();
      return catalogueOf(settings)
        .of(model.provider)
        .filter((other) => isStaying(other, day) && dominates(other, model));
    },
    async compress(text, level, settings, records) {
      const tokenizer = await loadTokenizer(modelOf(catalogueOf(settings).find(settings.defaultModel)), tokenizers, settings);
      const result = compressText(text, level, (part) => tokenizers.count(part, tokenizer).tokens, { records });
      return {
        level,
        before: { tokens: result.tokensBefore },
        after: { tokens: result.tokensAfter, text: result.text },
        edits: result.edits,
        notices: [...result.notices],
      };
    },
    async comparePrompts(before, after, settings) {
      const tokenizer = await loadTokenizer(modelOf(catalogueOf(settings).find(settings.defaultModel)), tokenizers, settings);
      const [old, now] = [before, after].map((text) => ({ tokens: tokenizers.count(text, tokenizer).tokens })) as [
        { tokens: number },
        { tokens: number },
      ];
      const findings = judgePair(before, after);
      return { before: old, after: now, kept: findings.length === 0, findings };
    },
    rewriteTask: ({ segments }) => rewriteTask(segments),
    async judgeRewrite({ segments, count }, answer, source) {
      const tokenizer = count && tokenizers.has(count.encoding) ? count.encoding : FALLBACK_TOKENIZER;
      await tokenizers.load(tokenizer);
      return judgeRewrite(segments, answer, source, (part) => tokenizers.count(part, tokenizer).tokens);
    },
    models: (settings) => catalogueOf(settings).models,
    findModel: (id, settings, provider) => catalogueOf(settings).find(id, provider),
    usageUsd(usage, settings) {
      const alias = aliasFor(settings, usage.model);
      const catalogue = catalogueOn(usage.day, settings);
      const match = alias === null ? catalogue.find(usage.model, usage.provider) : catalogue.find(alias);
      return { model: match, usd: match.kind === 'found' ? usageUsd(match.model, usage) : null };
    },
  };
}

/** Runs are kept by prompt, so that what is counted once is not counted again. */
const withRuns = (prompts: readonly Prompt[]): CountedPrompt[] =>
  prompts.map((prompt) => ('runs' in prompt ? (prompt as CountedPrompt) : { ...prompt, runs: runsOf(prompt.segments) }));

function languageOf({ path, languageId }: SourceText): Language | null {
  const byId = languageId === undefined ? undefined : languages.find((language) => language.editorIds.includes(languageId));
  return byId ?? languages.find((language) => language.extensions.some((extension) => path.endsWith(extension))) ?? null;
}

function formatOf({ path, text, languageId }: SourceText): Format | null {
  return findFormat(path, text, languageId);
}

function mayMatterIn(source: SourceText): boolean {
  if (source.path.endsWith('.ipynb') || formatOf(source)) return true;
  const language = languageOf(source);
  return language !== null && mayMatter(source.text, language.ecosystem);
}

/** One text under analysis. */
class Document implements EngineDocument {
  private file: SourceFile | null;
  private plain: string;
  private recognizer: Recognizer | null;
  private last: { settings: Settings; result: Promise<Analysis> } | null = null;
  private version = 0;
  /** What its names were asked of other files, in this pass and those before. */
  private readonly asked: Asked = new Set();
  /** Whether its path may be that of a prompt or data file; the text can still say otherwise. */
  private readonly mayBeFormat: boolean;

  constructor(
    private readonly source: SourceText,
    private readonly parsers: Parsers,
    private readonly tokenizers: Tokenizers,
    private readonly recognizerFor: (ecosystem: Ecosystem, path: string) => Recognizer,
    private readonly servicesFor: (settings: Settings) => Services,
    private readonly modules: Modules,
  ) {
    const language = languageOf(source);
    this.mayBeFormat = findFormat(source.path, null, source.languageId) !== null;
    this.file = language && !formatOf(source) ? new SourceFile(language, source.text) : null;
    this.plain = source.text;
    this.recognizer = this.file && recognizerFor(this.file.language.ecosystem, source.path);
  }

  get text(): string {
    return this.file?.text ?? this.plain;
  }

  edit(edits: readonly TextEdit[], after?: string): void {
    this.last = null;
    this.version++;
    for (const edit of edits) {
      if (this.file) this.file.edit(edit, edits.length === 1 ? after : undefined);
      else this.plain = this.plain.slice(0, edit.start) + edit.text + this.plain.slice(edit.end);
    }
  }

  async analyze(settings: Settings, signal?: StopSignal): Promise<Analysis> {
    throwIfStopped(signal);
    if (this.last?.settings !== settings) this.last = { settings, result: this.run(settings, signal) };
    const { last } = this;
    try {
      return await last.result;
    } catch (error) {
      if (error instanceof Stopped && this.last === last) this.forget();
      throw error;
    }
  }

  /** What was read by halves is read anew. */
  private forget(): void {
    this.last = null;
    this.recognizer = this.file && this.recognizerFor(this.file.language.ecosystem, this.source.path);
  }

  close(): void {
    this.file?.close();
  }

  private async run(settings: Settings, signal?: StopSignal): Promise<Analysis> {
    const { text, source, version } = this;
    const format = (this.mayBeFormat ? formatOf({ ...source, text }) : null) ?? this.statedFormat(settings);
    // The size of what is not read anyway is worth no estimate.
    const notice = screenFor(format, text, this.file || format ? settings.maxFileSize : Number.POSITIVE_INFINITY);
    const id = this.file?.language.id ?? format?.id ?? 'unknown';
    if (notice) return skipped(id, await this.withEstimate(notice, text));
    const reading = await this.read(format, signal);
    if (!reading) return skipped(id, { kind: 'unsupported', message: 'No language or prompt format is known for this file' });
    return lint(text, source.path, reading, settings, this.servicesFor(settings), () => this.version === version, signal);
  }

  /** A file that the project states to be a prompt; code and notebooks stay what they are. */
  private statedFormat(settings: Settings): Format | null {
    const { path } = this.source;
    return !this.file && isStatedPrompt(settings, path) ? statedPromptFormat(path) : null;
  }

  private async read(format: Format | null, signal?: StopSignal): Promise<Reading | null> {
    if (format) return { kind: 'format', id: format.id, facts: await this.readFormat(format) };
    if (!this.file || !this.recognizer) return null;
    const { language } = this.file;
    const facts = await this.file.read(this.parsers, signal);
    const loadOthers = () => this.modules.othersOf(facts, this.source.path, language, this.asked);
    return { kind: 'source', language, facts, recognizer: this.recognizer, loadOthers };
  }

  private async readFormat(format: Format): Promise<FormatFacts> {
    const { text } = this;
    const facts = format.read(text, this.source.path);
    if (!facts.importsIn || !facts.perSession) return facts;
    const more = await this.modules.importedTexts(text, this.source.path, facts.importsIn);
    return more.length ? { ...facts, perSession: [...facts.perSession, ...more] } : facts;
  }

  private async withEstimate(notice: NonNullable<Analysis['notice']>, text: string): Promise<NonNullable<Analysis['notice']>> {
    if (notice.kind !== 'tooLarge') return notice;
    await this.tokenizers.load(FALLBACK_TOKENIZER);
    const { tokens, low, high } = estimateTokens(text, (part) => this.tokenizers.count(part, FALLBACK_TOKENIZER).tokens);
    return { ...notice, message: `${notice.message}: about ${tokens} tokens (${low} to ${high}, estimated from samples)` };
  }
}

/** Lines of any length are no sign of a tool in prompt and data files. */
function screenFor(format: Format | null, text: string, maxFileSize: number): Analysis['notice'] {
  const notice = screen(text, format?.unlimited ? Number.POSITIVE_INFINITY : maxFileSize);
  return format && notice?.kind === 'minified' ? null : notice;
}

function skipped(language: string, notice: NonNullable<Analysis['notice']>): Analysis {
  return {
    language,
    parsed: false,
    notice,
    calls: [],
    prompts: [],
    estimates: [],
    findProblems: () => [],
    totals: { calls: 0, prompts: 0, promptTokens: 0, perCall: 0, unpriced: 0 },
  };
}
