import agentFramework from './agentFramework';
import agno from './agno';
import aiSdk from './aiSdk';
import anthropic from './anthropic';
import ark from './ark';
import autogen from './autogen';
import azureInference from './azureInference';
import baml from './baml';
import bedrock from './bedrock';
import browserUse from './browserUse';
import cerebras from './cerebras';
import claudeAgent from './claudeAgent';
import cohere from './cohere';
import crewai from './crewai';
import dashscope from './dashscope';
import dspy from './dspy';
import eino from './eino';
import ell from './ell';
import extensionsAi from './extensionsAi';
import fireworks from './fireworks';
import genai from './genai';
import genkit from './genkit';
import google from './google';
import googleAdk from './googleAdk';
import groq from './groq';
import haystack from './haystack';
import http from './http';
import huggingface from './huggingface';
import instructor from './instructor';
import koog from './koog';
import langchain from './langchain';
import langchain4j from './langchain4j';
import langchaingo from './langchaingo';
import langchainRust from './langchainRust';
import langchainrb from './langchainrb';
import laravelAi from './laravelAi';
import litellm from './litellm';
import llamaIndex from './llamaIndex';
import llmCrate from './llmCrate';
import llphant from './llphant';
import magentic from './magentic';
import mastra from './mastra';
import mcpAgent from './mcpAgent';
import mirascope from './mirascope';
import mistral from './mistral';
import neuron from './neuron';
import ollama from './ollama';
import openai from './openai';
import openaiAgents from './openaiAgents';
import openrouter from './openrouter';
import portkey from './portkey';
import prism from './prism';
import pydanticAi from './pydanticAi';
import qianfan from './qianfan';
import replicate from './replicate';
import rig from './rig';
import rubyLlm from './rubyLlm';
import type { Sdk } from './sdk';
import semanticKernel from './semanticKernel';
import smolagents from './smolagents';
import springAi from './springAi';
import strands from './strands';
import symfonyAi from './symfonyAi';
import together from './together';
import voyage from './voyage';
import watsonx from './watsonx';
import workersAi from './workersAi';
import writer from './writer';
import xai from './xai';
import zhipu from './zhipu';

/** Every SDK that is recognised, one file of rows each, in alphabetical order. */
export const sdks: readonly Sdk[] = [
  agentFramework,
  agno,
  aiSdk,
  anthropic,
  ark,
  autogen,
  azureInference,
  baml,
  bedrock,
  browserUse,
  cerebras,
  claudeAgent,
  cohere,
  crewai,
  dashscope,
  dspy,
  eino,
  ell,
  extensionsAi,
  fireworks,
  genai,
  genkit,
  google,
  googleAdk,
  groq,
  haystack,
  http,
  huggingface,
  instructor,
  koog,
  langchain,
  langchain4j,
  langchainRust,
  langchaingo,
  langchainrb,
  laravelAi,
  litellm,
  llamaIndex,
  llmCrate,
  llphant,
  magentic,
  mastra,
  mcpAgent,
  mirascope,
  mistral,
  neuron,
  ollama,
  openai,
  openaiAgents,
  openrouter,
  portkey,
  prism,
  pydanticAi,
  qianfan,
  replicate,
  rig,
  rubyLlm,
  semanticKernel,
  smolagents,
  springAi,
  strands,
  symfonyAi,
  together,
  voyage,
  watsonx,
  workersAi,
  writer,
  xai,
  zhipu,
];
