#!/usr/bin/env node
process.stdout.write('trucewatch\n');
