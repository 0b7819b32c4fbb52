namespace Research.Torch.Kernels;

/// <summary>A parameter in an optimiser's step: all of a step are handed over at once.</summary>
/// <param name="first">Adam's mean, or the buffer of momentum; null without.</param>
/// <param name="second">Adam's mean square.</param>
/// <param name="third">The largest mean square so far (AMSGrad); null without.</param>
/// <param name="factors">The constants of Adam's step, which counts for each parameter.</param>
/// <param name="share">How much of the gradient joins the buffer of momentum.</param>
internal readonly unsafe struct UpdateTask(
    float* parameter,
    float* gradient,
    long count,
    float* first,
    float* second,
    float* third,
    AdamFactors factors,
    float share
)
{
    public float* Parameter { get; } = parameter;

    public float* Gradient { get; } = gradient;

    public long Count { get; } = count;

    public float* First { get; } = first;

    public float* Second { get; } = second;

    public float* Third { get; } = third;

    public AdamFactors Factors { get; } = factors;

    public float Share { get; } = share;
}

/// <summary>The constants of a step of gradient descent; rounded once.</summary>
/// <param name="Rate">Negative: gradients are added with it.</param>
/// <param name="Momentum">0 for none: then there is no buffer.</param>
internal readonly record struct DescentFactors(float Rate, float Momentum, float WeightDecay, bool Nesterov, bool Maximize);
