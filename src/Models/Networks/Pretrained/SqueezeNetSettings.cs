namespace Research.Models.Networks.Pretrained;

/// <summary>Where SqueezeNets in circulation differ; the tensors are the same.</summary>
internal sealed record SqueezeNetSettings
{
    public required SqueezeNetVersion Version { get; init; }

    /// <summary>Whether a pooling window that hangs over the edge counts.</summary>
    public required bool RoundsUp { get; init; }

    /// <summary>Zeros around the input of the last convolution, in pixels.</summary>
    public required int LastPadding { get; init; }

    /// <summary>Torchvision's.</summary>
    public static SqueezeNetSettings Torchvision(SqueezeNetVersion version) =>
        new()
        {
            Version = version,
            RoundsUp = true,
            LastPadding = 0,
        };

    /// <summary>Version 1.0 as Deep Compression (Han, Mao and Dally, 2016) published it: the last convolution is padded.</summary>
    public static SqueezeNetSettings DeepCompression => Torchvision(SqueezeNetVersion.V10) with { LastPadding = 1 };

    /// <summary>Version 1.1 as Keras has it: windows that hang over the edge do not count.</summary>
    public static SqueezeNetSettings Keras => Torchvision(SqueezeNetVersion.V11) with { RoundsUp = false };
}

/// <summary>The two published versions.</summary>
internal enum SqueezeNetVersion
{
    V10,

    /// <summary>The same accuracy at 2.4 times less computation.</summary>
    V11,
}
