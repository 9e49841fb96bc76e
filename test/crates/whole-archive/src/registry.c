int registered;
