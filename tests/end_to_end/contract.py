"""Holds an answer to the OpenAPI document that the server itself serves, and to the conventions of the interface.

The validator knows the part of JSON Schema that the document uses, and refuses any word that it does not know.
"""

import datetime
import re

PROBLEM = "application/problem+json"
HARMLESS = {"description", "title", "x-description-vi"}


class Breach(AssertionError):
    pass


def row_of(document, method, path):
    """The operation of the document for this request; None when the path or the method is not in it."""
    method = "get" if method == "HEAD" else method.lower()
    for template, operations in document["paths"].items():
        pattern = re.sub(r"\\{[^}]*\\}", "[^/]+", re.escape(template))
        if re.fullmatch(pattern, path) and method in operations:
            return operations[method]
    return None


def resolve(document, thing):
    while "$ref" in thing:
        found = document
        for part in thing["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        thing = found
    return thing


def validate(document, schema, value, where="$"):
    """Raises Breach unless `value` is what `schema` says, and nothing more than it says."""
    schema = resolve(document, schema)
    words = set(schema) - HARMLESS
    if "anyOf" in schema:
        validate_any(document, schema["anyOf"], value, where)
        words.remove("anyOf")
    if "type" in schema:
        kinds = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float),
                 "boolean": bool, "null": type(None)}  # fmt: skip
        fits = isinstance(value, kinds[schema["type"]]) and (schema["type"] == "boolean" or not isinstance(value, bool))
        if not fits:
            raise Breach(f"{where}: {value!r} is not of type {schema['type']}")
        words.remove("type")
    if "enum" in schema and value not in schema["enum"]:
        raise Breach(f"{where}: {value!r} is not one of {schema['enum']}")
    validate_text(schema, value, where)
    validate_object(document, schema, value, where)
    if "pattern" in schema and not re.search(schema["pattern"], value):
        raise Breach(f"{where}: {value!r} does not match {schema['pattern']}")
    if not schema.get("minItems", 0) <= (len(value) if isinstance(value, list) else 0) <= schema.get("maxItems", 10**9):
        raise Breach(f"{where}: {value!r} has a length outside {schema}")
    if "items" in schema:
        for i, item in enumerate(value):
            validate(document, schema["items"], item, f"{where}[{i}]")
    unknown = words - {"enum", "format", "minLength", "maxLength", "properties", "required", "additionalProperties", "items",
                       "pattern", "minItems", "maxItems"}  # fmt: skip
    if unknown:
        raise Breach(f"{where}: the validator does not know {unknown}")


def validate_any(document, schemas, value, where):
    reasons = []
    for schema in schemas:
        try:
            return validate(document, schema, value, where)
        except Breach as why:
            reasons.append(str(why))
    raise Breach(" and ".join(reasons))


def validate_text(schema, value, where):
    if not schema.get("minLength", 0) <= len(value or "x" if isinstance(value, str) else "x") <= schema.get("maxLength", 10**9):
        raise Breach(f"{where}: {value!r} has a length outside {schema}")
    kind = schema.get("format")
    if kind == "date-time":
        if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", value):
            raise Breach(f"{where}: {value!r} is not an instant with offset")
        datetime.datetime.fromisoformat(value)
    elif kind == "date":
        datetime.date.fromisoformat(value)
    elif kind is not None:
        raise Breach(f"{where}: the validator does not know the format {kind}")


def validate_object(document, schema, value, where):
    if not isinstance(value, dict):
        return
    properties = schema.get("properties", {})
    missing = set(schema.get("required", ())) - set(value)
    if missing:
        raise Breach(f"{where}: {sorted(missing)} is missing")
    for name, item in value.items():
        if name in properties:
            validate(document, properties[name], item, f"{where}.{name}")
        elif "additionalProperties" in schema:
            validate(document, schema["additionalProperties"], item, f"{where}.{name}")
        elif "properties" in schema:
            raise Breach(f"{where}: {name} is not described")


def check(document, method, path, given, may_fail=False):
    """Every answer: well-formed, described, and no 5xx unless the test brings about one on purpose."""
    where = f"{method} {path}: {given}"
    if given.status >= 500 and not may_fail:
        raise Breach(f"a 5xx: {where}")
    if given.header("x-content-type-options") != "nosniff":
        raise Breach(f"no X-Content-Type-Options: {where}")
    needed = {401: "www-authenticate", 405: "allow", 429: "retry-after", 503: "retry-after"}
    if given.status in needed and not given.header(needed[given.status]):
        raise Breach(f"no {needed[given.status]}: {where}")
    row = row_of(document, method, path)
    if given.status >= 400:
        check_refusal(document, row, given, where)
    if row is None:
        if given.status not in (400, 404, 405):
            raise Breach(f"not in the document: {where}")
        return
    described = row["responses"].get(str(given.status))
    if described is None:
        raise Breach(f"{given.status} is not described: {where}")
    if method != "HEAD":
        check_content(document, resolve(document, described), given, where)


def check_content(document, described, given, where):
    contents = described.get("content", {})
    if not contents:
        return
    kind = given.header("content-type") or ""
    if kind not in contents:
        raise Breach(f"content type {kind!r} is not described: {where}")
    try:
        value = given.json if kind.endswith("json") else given.body.decode()
        validate(document, contents[kind]["schema"], value)
    except Breach as why:
        raise Breach(f"{why} in {where}") from None


def check_refusal(document, row, given, where):
    described = resolve(document, (row or {}).get("responses", {}).get(str(given.status), {}))
    if described.get("content") and PROBLEM not in described["content"]:
        return  # such as the health of a server that cannot serve
    check_problem(given, where)


def check_problem(given, where=""):
    """RFC 9457 with our code."""
    if given.header("content-type") != PROBLEM:
        raise Breach(f"not a problem: {given.header('content-type')} {where}")
    if not given.body:
        return  # the answer to a HEAD
    reply = given.json
    right = (
        reply["status"] == given.status
        and reply["type"] and reply["title"] and re.fullmatch(r"[A-Z0-9].*\.", reply["detail"], re.DOTALL)
        and re.fullmatch(r"[a-z][a-z0-9_]*", reply["code"])
        and reply.get("field", "x")
    )  # fmt: skip
    if not right:
        raise Breach(f"a problem that lacks something: {where} {reply}")
