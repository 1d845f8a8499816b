import ArgumentParser

@main
struct Variorum: ParsableCommand {}
