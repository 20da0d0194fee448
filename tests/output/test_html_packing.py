from goalgraph.output.html.packing import packed_script, packed_style


def test_a_style_keeps_what_it_says() -> None:
    style = """
/* a comment of its own */
:root { --ink: #000; }
p > a, b::before { content: "a b"; margin: 0 auto; }
@media screen and (max-width: 52rem) { p a:hover { margin: 0; } }
"""
    assert packed_style(style) == (
        ':root{--ink:#000}p>a,b::before{content:"a b";margin:0 auto}'
        "@media screen and (max-width:52rem){p a:hover{margin:0}}"
    )


def test_a_script_keeps_its_lines() -> None:
    assert packed_script('// why\n  const a = "// no comment";\n\n  f(a);\n') == 'const a = "// no comment";\nf(a);'
