namespace Research.Torch.Kernels;

/// <summary>Functions of one value; p and q are the function's constants.</summary>
internal enum UnaryOp
{
    Negate,
    Abs,
    Exp,
    Log,
    Log1p,
    Sqrt,
    ReciprocalSqrt,
    Reciprocal,
    Square,
    Sin,
    Cos,
    Tanh,
    Sigmoid,
    Relu,
    LeakyRelu, // p: slope
    Clamp, // p: least, q: most
    Sign,
    Floor,
    Ceiling,
    Round,
    Affine, // p·x + q
    Power, // xᵖ
}

/// <summary>Functions of two values.</summary>
internal enum BinaryOp
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Maximum,
    Minimum,
    Power,

    // Backward of common activations, from the gradient a and what was saved b, in one pass.
    TanhBackward, // a·(1 − b²), b the output
    SigmoidBackward, // a·b·(1 − b), b the output
    ReluBackward, // a where b > 0, b the input
}

internal enum CompareOp
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

internal enum ReduceOp
{
    Sum,
    Maximum,
    Minimum,
    Product,
}
