{ "targets": [{ "target_name": "caught", "sources": ["caught.cc"], "cflags_cc!": ["-fno-exceptions"] }] }
