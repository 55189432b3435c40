// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "error.h"

#include <tl/expected.hpp>

namespace pipeline {

/// A value, or the error that kept it from coming to be.
template<class T>
using Result = tl::expected<T, Error>;

/// Builds the error half of a Result.
inline tl::unexpected<Error> fail(ErrorCode code, QString message, QString detail = {}, QString hint = {})
{
    return tl::unexpected(Error{code, std::move(message), std::move(detail), std::move(hint)});
}

/// Hands an error on to the caller.
inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected(std::move(error));
}

} // namespace pipeline
