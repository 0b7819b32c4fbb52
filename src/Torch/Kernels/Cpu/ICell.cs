namespace Research.Torch.Kernels.Cpu;

/// <summary>One row and step of a recurrent cell, forward and backward. Rows are computed from other rows, never in place.</summary>
internal unsafe interface ICell
{
    /// <summary>Whether the hidden share of the gates starts from the input's share (true), or stays apart (false).</summary>
    static abstract bool Joined { get; }

    /// <summary>Gates to state.</summary>
    /// <param name="x">The input's share of the gates.</param>
    /// <param name="gates">The hidden share; with the input's where joined.</param>
    static abstract void Forward(int hidden, float* x, float* gates, float* h, float* c, float* kept, float* nextH, float* nextC);

    /// <summary>Gradients of the gates from those of the state.</summary>
    /// <param name="dh">Gradient of the new hidden state.</param>
    /// <param name="dc">Gradient of the new cell state.</param>
    /// <param name="dx">Gradient of the input's share of the gates.</param>
    /// <param name="dgates">Gradient of the hidden share.</param>
    /// <param name="directH">What reaches the old hidden state past the weights.</param>
    static abstract void Backward(
        int hidden,
        float* h,
        float* c,
        float* output,
        float* kept,
        float* dh,
        float* dc,
        float* dx,
        float* dgates,
        float* directH,
        float* nextDc
    );
}
