//! tree-sitter and a grammar, whose parser is a large table of C.

fn main() {
    let mut parser = tree_sitter::Parser::new();
    parser.set_language(&tree_sitter_json::LANGUAGE.into()).unwrap();
    println!("{}", parser.parse(r#"{"a": [1, null]}"#, None).unwrap().root_node().to_sexp());
}
