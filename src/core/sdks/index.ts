import aiSdk from './aiSdk';
import anthropic from './anthropic';
import azureInference from './azureInference';
import bedrock from './bedrock';
import cerebras from './cerebras';
import cohere from './cohere';
import dspy from './dspy';
import fireworks from './fireworks';
import google from './google';
import groq from './groq';
import http from './http';
import huggingface from './huggingface';
import instructor from './instructor';
import langchain from './langchain';
import litellm from './litellm';
import llamaIndex from './llamaIndex';
import mistral from './mistral';
import ollama from './ollama';
import openai from './openai';
import openaiAgents from './openaiAgents';
import replicate from './replicate';
import type { Sdk } from './sdk';
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
  fireworks,
  google,
  groq,
  http,
  huggingface,
  instructor,
  langchain,
  litellm,
  llamaIndex,
  mistral,
  ollama,
  openai,
  openaiAgents,
  replicate,
  together,
  voyage,
  xai,
  zhipu,
];
