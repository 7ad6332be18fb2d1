-- a migration is about all practices, see the one about isolation
set local proctp.console = 'on';
