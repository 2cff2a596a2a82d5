"""Use cases: each public function takes a Session first and returns records or Changes."""
