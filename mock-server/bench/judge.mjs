// Judges bodies of answers by ajv, which shares nothing with our validator.
//   node judge.mjs MODULES DOCUMENTS BODIES    one line of JSON for each body that is invalid or not judged
// BODIES holds a line of JSON for each: document, operation (a JSON pointer), status, type and body.
import fs from 'node:fs';
import path from 'node:path';
import {createRequire} from 'node:module';

const [modules, documents, bodies] = process.argv.slice(2);
const require = createRequire(path.resolve(modules) + path.sep);
const Ajv = require('ajv/dist/2020').default;
const formats = require('ajv-formats').default;
const SCHEMAS = ['items', 'additionalProperties', 'not', 'if', 'then', 'else', 'contains', 'propertyNames',
    'unevaluatedItems', 'unevaluatedProperties'];
const LISTS = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const MAPS = ['properties', 'patternProperties', 'dependentSchemas', '$defs'];
const KEPT = ['type', 'enum', 'const', 'multipleOf', 'maximum', 'minimum', 'exclusiveMaximum', 'exclusiveMinimum', 'maxLength',
    'minLength', 'pattern', 'format', 'maxItems', 'minItems', 'uniqueItems', 'maxProperties', 'minProperties', 'required',
    'minContains', 'maxContains', 'dependentRequired'];

const unescape = step => step.replace(/~1/g, '/').replace(/~0/g, '~');
const at = (root, pointer) => pointer.split('/').slice(1).map(unescape)
    .reduce((node, step) => node === undefined || node === null ? undefined : node[step], root);

// Follows references outside of schemas.
function resolved(root, node) {
    for (let i = 0; i < 100 && node && typeof node.$ref === 'string'; i++) {
        node = at(root, decodeURIComponent(node.$ref.slice(1)));
    }
    return node;
}

// Rewrites the schemas of a document as JSON Schema 2020-12, each that is referred to as one of $defs.
class Rewriting {
    constructor(root) {
        this.root = root;
        this.is30 = String(root.openapi).startsWith('3.0');
        this.defs = {};
        this.names = new Map();
    }

    reference(ref) {
        if (!ref.startsWith('#')) throw new Error('refers to ' + ref);
        const known = this.names.get(ref);
        const name = known ?? 'schema' + this.names.size;
        if (!known) {
            this.names.set(ref, name);
            const target = at(this.root, decodeURIComponent(ref.slice(1)));
            if (target === undefined) throw new Error('nothing is at ' + ref);
            this.defs[name] = this.schema(target);
        }
        return {$ref: '#/$defs/' + name};
    }

    schema(node) {
        if (node === null || typeof node !== 'object') return node ?? true;
        const made = typeof node.$ref === 'string' ? this.reference(node.$ref) : {};
        if (made.$ref && this.is30) return made;
        for (const name of KEPT) if (name in node) made[name] = node[name];
        for (const name of SCHEMAS) if (name in node) made[name] = this.schema(node[name]);
        for (const name of LISTS) if (Array.isArray(node[name])) made[name] = node[name].map(item => this.schema(item));
        for (const name of MAPS) {
            if (name in node) {
                made[name] = Object.fromEntries(Object.entries(node[name]).map(([key, value]) => [key, this.schema(value)]));
            }
        }
        this.writeOnly(made, node);
        if (Array.isArray(made.enum) && made.type === 'string') {
            // Values that lack their quotes are read as meant, of which the mock warns.
            made.enum = made.enum.map(value => ['number', 'boolean'].includes(typeof value) ? String(value) : value);
        }
        return this.is30 ? this.from30(made, node) : made;
    }

    // What is only sent need not come back.
    writeOnly(made, node) {
        if (Array.isArray(made.required) && node.properties) {
            made.required = made.required.filter(name => !resolved(this.root, node.properties[name])?.writeOnly);
        }
    }

    from30(made, node) {
        for (const [flag, bound] of [['exclusiveMinimum', 'minimum'], ['exclusiveMaximum', 'maximum']]) {
            if (typeof made[flag] === 'boolean') {
                const strict = made[flag];
                delete made[flag];
                if (strict && bound in made) {
                    made[flag] = made[bound];
                    delete made[bound];
                }
            }
        }
        if (node.nullable !== true) return made;
        if (made.enum && !made.enum.includes(null)) made.enum = [...made.enum, null];
        return {anyOf: [{type: 'null'}, made]};
    }
}

const compiled = new Map();
const roots = new Map();

function validator(entry) {
    const name = [entry.document, entry.operation, entry.status, entry.type].join(' ');
    if (!compiled.has(name)) compiled.set(name, compile(entry));
    return compiled.get(name);
}

function compile(entry) {
    if (!roots.has(entry.document)) {
        roots.clear();
        roots.set(entry.document, JSON.parse(fs.readFileSync(path.join(documents, entry.document), 'utf8')));
    }
    const root = roots.get(entry.document);
    const responses = at(root, entry.operation)?.responses ?? {};
    const status = String(entry.status);
    const key = Object.keys(responses).find(key => key === status)
        ?? Object.keys(responses).find(key => key.toUpperCase() === status[0] + 'XX') ?? 'default';
    const content = resolved(root, responses[key])?.content ?? {};
    const bare = type => type.split(';')[0].trim().toLowerCase();
    const offers = [entry.type, bare(entry.type), bare(entry.type).split('/')[0] + '/*', '*/*'];
    const found = offers.map(offer => Object.keys(content).find(type => type === offer || bare(type) === offer)).find(type => type);
    if (found === undefined) throw new Error('no ' + entry.type + ' is documented for ' + status);
    const rewriting = new Rewriting(root);
    const schema = rewriting.schema(content[found].schema ?? true);
    const whole = {$defs: rewriting.defs, allOf: [schema]};
    try {
        return compiledWith(whole, true);
    } catch (e) {
        // Patterns that only ECMA-262 without "u" understands.
        return compiledWith(whole, false);
    }
}

function compiledWith(schema, unicodeRegExp) {
    const ajv = new Ajv({strict: false, allErrors: false, validateFormats: true, unicodeRegExp, logger: false});
    formats(ajv);
    return ajv.compile(schema);
}

for (const line of fs.readFileSync(bodies, 'utf8').split('\n').filter(line => line)) {
    const entry = JSON.parse(line);
    const told = {document: entry.document, operation: entry.operation};
    try {
        const validate = validator(entry);
        if (!validate(JSON.parse(entry.body))) {
            console.log(JSON.stringify({...told, invalid: validate.errors.slice(0, 3)}));
        }
    } catch (e) {
        console.log(JSON.stringify({...told, unjudged: String(e.message).slice(0, 200)}));
    }
}
