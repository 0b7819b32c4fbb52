namespace Research.Pipeline.Engines;

/// <summary>The two tensor engines behind one code (ADR 24). Which one a program has is decided when it is compiled.</summary>
public static class TensorEngine
{
    /// <summary>Ours: the same bits on every machine.</summary>
    public const string Portable = "portable";

    /// <summary>TorchSharp with libtorch: bits that depend on the machine.</summary>
    public const string TorchSharp = "torchsharp";

    /// <summary>The engine of this program.</summary>
#if TORCHSHARP
    public static string Compiled => TorchSharp;
#else
    public static string Compiled => Portable;
#endif

    /// <summary>As command lines spell them.</summary>
    public static string[] Names { get; } = [Portable, TorchSharp];

    /// <summary>Whether equal fingerprints give equal bits on every machine; else on this one, as a rule.</summary>
    public static bool GivesEqualBits => Compiled == Portable;

    /// <summary>Below the checkout: where targets publish. The engines' results never lie in one folder.</summary>
    public static string Artifacts => GivesEqualBits ? PortableArtifacts : TorchSharpArtifacts;

    public static string PortableArtifacts => "artifacts";

    public static string TorchSharpArtifacts => Path.Combine(PortableArtifacts, TorchSharp);
}
