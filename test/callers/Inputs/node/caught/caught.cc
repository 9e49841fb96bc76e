// An addon for Node that throws and catches in C++.
#include <node_api.h>
#include <stdexcept>
#include <string>

static napi_value caught(napi_env env, napi_callback_info) {
  napi_value result = nullptr;
  try {
    throw std::runtime_error(std::to_string(7));
  } catch (const std::exception &error) {
    napi_create_int32(env, std::stoi(error.what()), &result);
  }
  return result;
}

NAPI_MODULE_INIT() {
  napi_value function;
  napi_create_function(env, "caught", NAPI_AUTO_LENGTH, caught, nullptr, &function);
  napi_set_named_property(env, exports, "caught", function);
  return exports;
}
