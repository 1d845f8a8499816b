#!/usr/bin/env python3
"""Measures the toolkit beside its peers, in one run: measure.py --variorum PATH"""
import argparse

import amended
import anchoring
import building
import carrying
import comparing
import hosting
import importing
import newspaper
import suggesting

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--variorum", required=True, help="the program, built for release")
    variorum = parser.parse_args().variorum
    comparing.measure(variorum)
    building.measure(variorum)
    anchoring.measure(variorum)
    amended.measure(variorum)
    carrying.measure(variorum)
    suggesting.measure(variorum)
    hosting.measure(variorum)
    importing.measure(variorum)
    newspaper.measure(variorum)
