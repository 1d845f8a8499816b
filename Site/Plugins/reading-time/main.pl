# Counts characters and reading time of each chapter: 400 ideographs or 200 words a minute.
use strict;
use warnings;
use JSON::PP;

binmode STDIN;
binmode STDOUT;
$| = 1;
my $json = JSON::PP->new->utf8->canonical;

sub parts {
    my ($blocks) = @_;
    my @chapters;
    for my $block (@$blocks) {
        if ($block->{kind} eq "heading" && $block->{level} == 1) {
            push @chapters, { block => $block, ideographs => 0, words => 0 };
        } elsif (@chapters) {
            $chapters[-1]{ideographs} += () = $block->{text} =~ /\p{Han}/g;
            $chapters[-1]{words} += () = $block->{text} =~ /\p{Latin}+/g;
        }
    }
    return [] unless @chapters;
    my @rows = map {
        my $minutes = int($_->{ideographs} / 400 + $_->{words} / 200 + 0.5) || 1;
        my $title = join " ", grep { defined } $_->{block}{number}, $_->{block}{text};
        [ "tr", [ "th", { scope => "row" }, [ "a", { href => "#$_->{block}{id}" }, $title ] ],
            [ "td", "$_->{ideographs}" ], [ "td", "$minutes" ] ]
    } @chapters;
    my $head = [ "thead", [ "tr", map { [ "th", { scope => "col" }, $_ ] }
        "\x{7AE0}", "\x{5B57}\x{6570}", "\x{5206}\x{949F}" ] ];
    return [ { slot => "reading", content => [
        [ "details", [ "summary", "\x{5404}\x{7AE0}\x{7BC7}\x{5E45}" ],
            [ "table", $head, [ "tbody", @rows ] ] ] ] } ];
}

while (my $line = <STDIN>) {
    my $request = $json->decode($line);
    my $result = {};
    if ($request->{method} eq "initialize") {
        $result = { protocol => 1 };
    } elsif ($request->{method} eq "parts") {
        $result = { parts => parts($request->{params}{document}{blocks}) };
    }
    print $json->encode({ id => $request->{id}, result => $result }), "\n";
}
