/// <reference types="node" />
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";

const BUILT_FROM = ["index.html", "package-lock.json", "package.json", "public", "src", "tsconfig.json", "vite.config.ts"];

const filesIn = (name: string): string[] => {
  const folder = readdirSync(".", { withFileTypes: true }).find((one) => one.name === name)?.isDirectory();
  if (!folder) return [name];
  const entries = readdirSync(name, { recursive: true, withFileTypes: true });
  return entries.filter((one) => one.isFile()).map((one) => `${one.parentPath}/${one.name}`);
};

/** Says which sources the built files were made of; a test without Node compares it with the sources that are there. */
function stamp(): Plugin {
  return {
    name: "stamp",
    generateBundle() {
      const digest = (content: Buffer | string) => createHash("sha256").update(content).digest("hex");
      const lines = BUILT_FROM.flatMap(filesIn).sort().map((name) => `${digest(readFileSync(name))}  ${name}\n`);
      this.emitFile({ type: "asset", fileName: "sources.sha256", source: lines.join("") });
    },
  };
}

// Names without a hash: the folder is committed, so its files must not be renamed by every change.
export default defineConfig({
  base: "./",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [stamp()],
  build: {
    outDir: "built",
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: false,
    rollupOptions: {
      output: { entryFileNames: "assets/page.js", assetFileNames: "assets/page[extname]", codeSplitting: false },
    },
  },
});
