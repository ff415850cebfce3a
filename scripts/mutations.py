"""The small changes that scripts/mutants.py makes to a Python or SQL file, one at a time.

Each should make a test fail. What no test should see is not changed: comments, docstrings and doctests, type hints,
the words of messages and of rules' titles.
"""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from typing import Any, NamedTuple


class Mutation(NamedTuple):
    """`text[start:end]` becomes `after`; `kind` says what sort of change that is."""

    start: int
    end: int
    after: str
    kind: str

    def applied(self, text: str) -> str:
        """`text` with the change."""
        return text[: self.start] + self.after + text[self.end :]


_COMPARISONS: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Eq: ("==", "!="), ast.NotEq: ("!=", "=="), ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"), ast.Is: ("is", "is not"), ast.IsNot: ("is not", "is"), ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
}  # fmt: skip
_ARITHMETIC: dict[type[ast.operator], tuple[str, str]] = {
    ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "//"), ast.FloorDiv: ("//", "*"), ast.Div: ("/", "*"),
    ast.Mod: ("%", "*"), ast.BitOr: ("|", "&"), ast.BitAnd: ("&", "|"),
}  # fmt: skip
# Calls whose words are for people: nothing should depend on them.
_SPOKEN = re.compile(r"^(Rule|_rule|finding|\w*Error)$")


def python_mutations(text: str) -> list[Mutation]:
    """Every change to a Python module, in order."""
    module = _Module(text)
    found = [*module.found(), *module.sql_in_strings()]
    return sorted({one for one in found if module.compiles(one)})


class _Module:
    def __init__(self, text: str) -> None:
        self.text = text
        self._lines = [0]
        for line in text.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))
        self._bytes = [line.encode() for line in text.splitlines(keepends=True)]
        self._tree = ast.parse(text)
        self._kept = [self._range(node) for node in self._left_alone()]

    def compiles(self, mutation: Mutation) -> bool:
        try:
            compile(mutation.applied(self.text), "mutant", "exec")
        except (SyntaxError, ValueError):
            return False
        return True

    def found(self) -> Iterator[Mutation]:
        for node in ast.walk(self._tree):
            if hasattr(node, "lineno") and not self._is_kept(*self._range(node)):
                yield from self._of(node)

    def sql_in_strings(self) -> Iterator[Mutation]:
        for token in tokenize.generate_tokens(io.StringIO(self.text).readline):
            if token.type == tokenize.STRING and _SQL.search(token.string):
                start = self._lines[token.start[0] - 1] + token.start[1]
                if not self._is_kept(start, start + len(token.string)):
                    for one in sql_mutations(token.string, quoted=True):
                        yield Mutation(start + one.start, start + one.end, one.after, one.kind)

    def _of(self, node: ast.AST) -> Iterator[Mutation]:
        match node:
            case ast.Compare():
                sides = [node.left, *node.comparators]
                for left, op, right in zip(sides, node.ops, sides[1:], strict=False):
                    yield from self._operator(left, right, _COMPARISONS[type(op)], "comparison")
            case ast.BoolOp():
                words = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
                for left, right in zip(node.values, node.values[1:], strict=False):
                    yield from self._operator(left, right, words, "boolean")
            case ast.BinOp() if type(node.op) in _ARITHMETIC:
                yield from self._operator(node.left, node.right, _ARITHMETIC[type(node.op)], "arithmetic")
            case ast.UnaryOp(op=ast.Not()):
                yield self._replaced(node, self._source(node.operand), "not")
            case ast.If() | ast.IfExp() | ast.While():
                yield self._replaced(node.test, f"not ({self._source(node.test)})", "condition")
            case ast.comprehension():
                for test in node.ifs:
                    yield self._replaced(test, f"not ({self._source(test)})", "condition")
            case ast.Constant():
                yield from self._constant(node)
            case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
                yield self._replaced(value, "None", "return")
            case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.AugAssign() | ast.Raise():
                yield self._removed(node)
            case ast.Continue() | ast.Break():
                yield self._removed(node)

    def _constant(self, node: ast.Constant) -> Iterator[Mutation]:
        value = node.value
        if isinstance(value, bool):
            yield self._replaced(node, str(not value), "constant")
        elif isinstance(value, int):
            yield self._replaced(node, str(value + 1), "constant")
        elif isinstance(value, str) and _WORD.fullmatch(value) and self._source(node)[:1] in "\"'":
            yield self._replaced(node, repr(value + "x"), "constant")

    def _operator(self, left: ast.expr, right: ast.expr, words: tuple[str, str], kind: str) -> Iterator[Mutation]:
        start, end = self._range(left)[1], self._range(right)[0]
        pattern = re.escape(words[0]).replace(r"\ ", r"\s+")
        pattern = rf"\b{pattern}\b" if words[0][0].isalpha() else pattern
        between = re.search(pattern, self.text[start:end])
        if between is not None:
            yield Mutation(start + between.start(), start + between.end(), words[1], kind)

    def _removed(self, node: ast.AST) -> Mutation:
        start, end = self._range(node)
        return Mutation(start, end, "pass" + "\n" * self.text.count("\n", start, end), "removed")

    def _replaced(self, node: ast.AST, after: str, kind: str) -> Mutation:
        return Mutation(*self._range(node), f"({after})" if "\n" in after else after, kind)

    def _left_alone(self) -> Iterator[ast.AST]:
        for node in ast.walk(self._tree):
            match node:
                case ast.Expr(value=ast.Constant()) | ast.Import() | ast.ImportFrom() | ast.Raise(exc=ast.Call()):
                    yield from [] if isinstance(node, ast.Raise) else [node]
                case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if _SPOKEN.match(name):
                    yield from (
                        one.value if isinstance(one, ast.keyword) else one for one in [*node.args, *node.keywords]
                    )
                case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                    yield node
                case ast.Assign(targets=[ast.Name(id="__all__")]):
                    yield node
                case ast.AnnAssign() | ast.arg() if node.annotation is not None:
                    yield node.annotation
                case ast.FunctionDef() if node.returns is not None:
                    yield node.returns

    def _is_kept(self, start: int, end: int) -> bool:
        return any(first <= start and end <= last for first, last in self._kept)

    def _source(self, node: ast.AST) -> str:
        return self.text.__getitem__(slice(*self._range(node)))

    def _range(self, node: Any) -> tuple[int, int]:
        return self._place(node.lineno, node.col_offset), self._place(node.end_lineno, node.end_col_offset)

    def _place(self, line: int, column: int) -> int:
        # ast counts columns in bytes of UTF-8.
        return self._lines[line - 1] + len(self._bytes[line - 1][:column].decode())


_SQL = re.compile(r"\b(select|from|where|join|union|insert|update|order by|group by|delete)\b", re.IGNORECASE)
_WORD = re.compile(rf"(?!.*{_SQL.pattern})[\w.*/ -]{{1,30}}", re.IGNORECASE)
_SQL_WORDS = re.compile(
    r"""
    (?P<skip> --[^\n]* | \bcomment\s+on\b(?:[^';]|'(?:[^']|'')*')*; | \{[^{}]*\} | \bbetween\b.*?\band\b
      | \bunion\s+all\s+by\s+name\b )
  | (?P<text> '(?:[^']|'')*' )
  | (?P<word> is\s+not\s+distinct\s+from | is\s+distinct\s+from | is\s+not\s+null | is\s+null | left\s+join
      | full\s+join | anti\s+join | semi\s+join | (?<!\w)join\b | union\s+all | union | not\s+in\b | not\s+exists
      | nulls\s+last | nulls\s+first | \bdesc\b | \bdistinct\b(?!\s+from) | \band\b | \bor\b | \bnot\b | \btrue\b
      | \bfalse\b | \bmin\b(?=\s*\() | \bmax\b(?=\s*\() | \bbool_or\b | \bbool_and\b )
  | (?P<sign> <> | <= | >= | < | > | (?<![<>!:=-])=(?!=|>) | (?<=\s)[+](?=\s) | (?<=\s)-(?=\s) )
  | (?P<number> (?<![\w.])\d+(?![\w.]) )
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_TURNED = {
    "is not distinct from": "is distinct from", "is distinct from": "is not distinct from", "is not null": "is null",
    "is null": "is not null", "left join": "join", "full join": "join", "join": "left join", "anti join": "semi join",
    "semi join": "anti join", "union all": "union", "union": "union all", "not in": "in", "not exists": "exists",
    "nulls last": "nulls first", "nulls first": "nulls last", "desc": "asc", "distinct": "", "and": "or", "or": "and",
    "not": "", "true": "false", "false": "true", "min": "max", "max": "min", "bool_or": "bool_and",
    "bool_and": "bool_or", "<>": "=", "<=": "<", ">=": ">", "<": "<=", ">": ">=", "=": "<>", "+": "-", "-": "+",
}  # fmt: skip
# A predicate that fills a line.
_PREDICATE = re.compile(
    r"^(?P<indent>[ \t]*)(?P<joined>and|or|where|and not)[ ](?P<rest>[^\n]*?)(?P<tail>;?)$", re.M | re.I
)


def sql_mutations(text: str, *, quoted: bool = False) -> list[Mutation]:
    """Every change to SQL, in order; `quoted` where it stands in a Python string."""
    found: set[Mutation] = set()
    for match in _SQL_WORDS.finditer(text):
        kind = str(match.lastgroup)
        word = " ".join(match.group().lower().split())
        if kind == "number":
            found.add(Mutation(*match.span(), str(int(word) + 1), "SQL constant"))
        elif kind == "text" and not quoted and re.fullmatch(r"'[\w.-]+'", match.group()):
            found.add(Mutation(*match.span(), match.group()[:-1] + "x'", "SQL constant"))
        elif word in _TURNED and kind in ("word", "sign"):
            found.add(Mutation(*match.span(), _TURNED[word], "SQL operator"))
    for match in () if quoted else _PREDICATE.finditer(text):
        rest, joined = match["rest"], match["joined"]
        if rest.count("(") == rest.count(")") and not rest.endswith((" and", " or")):
            after = f"where true{match['tail']}" if joined.lower() == "where" else match["tail"]
            found.add(Mutation(match.start("joined"), match.end(), after, "SQL predicate removed"))
    return sorted(found)
