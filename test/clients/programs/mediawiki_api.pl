# Signs in to a wiki with MediaWiki::API, asks who it is, signs out, and creates an account; says what it saw as JSON.
use strict;
use warnings;
use JSON;
use MediaWiki::API;

my ( $api, $name, $password ) = @ARGV;
my $mw = MediaWiki::API->new( { api_url => $api, max_lag => 5 } );
my $seen = { client => $MediaWiki::API::VERSION };

sub whoami { $mw->api( { action => 'query', meta => 'userinfo' } )->{query}{userinfo} }
sub problem { { code => $mw->{error}{code}, text => $mw->{error}{details} } }

if ( my $login = $mw->login( { lgname => $name, lgpassword => $password } ) ) {
    $seen->{login} = $login;
    $seen->{whoami} = whoami();
    $mw->api( { action => 'logout', token => 'bad' } ) or $seen->{refused} = problem();
    $seen->{'signed out'} = $mw->edit( { action => 'logout' } ) || problem();
    $seen->{after} = whoami();
    my $account = {
        action => 'createaccount', username => 'Perl made', createreturnurl => 'http://localhost/',
        password => 'S0me-Longer-One', retype => 'S0me-Longer-One',
    };
    $seen->{created} = $mw->edit($account) || problem();
}
else {
    $seen->{error} = problem();
}
print encode_json($seen);
