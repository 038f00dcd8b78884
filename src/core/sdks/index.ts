import aiSdk from './aiSdk';
import anthropic from './anthropic';
import azureInference from './azureInference';
import bedrock from './bedrock';
import cerebras from './cerebras';
import cohere from './cohere';
import dspy from './dspy';
import extensionsAi from './extensionsAi';
import fireworks from './fireworks';
import google from './google';
import groq from './groq';
import http from './http';
import huggingface from './huggingface';
import instructor from './instructor';
import langchain from './langchain';
import langchain4j from './langchain4j';
import langchaingo from './langchaingo';
import langchainrb from './langchainrb';
import litellm from './litellm';
import llamaIndex from './llamaIndex';
import mistral from './mistral';
import ollama from './ollama';
import openai from './openai';
import openaiAgents from './openaiAgents';
import prism from './prism';
import replicate from './replicate';
import rig from './rig';
import rubyLlm from './rubyLlm';
import type { Sdk } from './sdk';
import semanticKernel from './semanticKernel';
import springAi from './springAi';
import together from './together';
import voyage from './voyage';
import xai from './xai';
import zhipu from './zhipu';

/** Every SDK that is recognised, one file of rows each, in alphabetical order. */
export const sdks: readonly Sdk[] = [
  aiSdk,
  anthropic,
  azureInference,
  bedrock,
  cerebras,
  cohere,
  dspy,
  extensionsAi,
  fireworks,
  google,
  groq,
  http,
  huggingface,
  instructor,
  langchain,
  langchain4j,
  langchaingo,
  langchainrb,
  litellm,
  llamaIndex,
  mistral,
  ollama,
  openai,
  openaiAgents,
  prism,
  replicate,
  rig,
  rubyLlm,
  semanticKernel,
  springAi,
  together,
  voyage,
  xai,
  zhipu,
];
