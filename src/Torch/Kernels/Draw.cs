namespace Research.Torch.Kernels;

internal enum DrawKind
{
    Uniform, // from First to below Second
    Normal, // of mean First and standard deviation Second; two words each
    Bernoulli, // 1 with probability First, else 0
    BernoulliEach, // 1 with a probability of its own
}

/// <summary>A distribution that a kernel draws from.</summary>
internal readonly unsafe struct Draw(DrawKind kind, double first, double second = 0)
{
    public Draw(float* probabilities)
        : this(DrawKind.BernoulliEach, 0) => Probabilities = probabilities;

    public DrawKind Kind { get; } = kind;

    public double First { get; } = first;

    public double Second { get; } = second;

    /// <summary>One a value, where each has its own.</summary>
    public float* Probabilities { get; }
}
