using static TorchSharp.torch;

namespace Research.Torch;

/// <summary>What the engine knows of the three element types that it computes in.</summary>
internal static class ScalarTypes
{
    public static int Size(ScalarType type) =>
        type switch
        {
            ScalarType.Float32 => sizeof(float),
            ScalarType.Int64 => sizeof(long),
            ScalarType.Bool => sizeof(bool),
            _ => throw Unsupported(type),
        };

    /// <summary>The type that holds the values of both: bool, then int64, then float32.</summary>
    public static ScalarType Common(ScalarType a, ScalarType b)
    {
        return Rank(a) >= Rank(b) ? a : b;
        static int Rank(ScalarType type) =>
            type switch
            {
                ScalarType.Bool => 0,
                ScalarType.Int64 => 1,
                ScalarType.Float32 => 2,
                _ => throw Unsupported(type),
            };
    }

    public static ScalarType Checked(ScalarType? asked, ScalarType otherwise)
    {
        ScalarType type = asked ?? otherwise;
        _ = Size(type);
        return type;
    }

    public static NotSupportedException Unsupported(ScalarType type) =>
        new(
            $"The engine computes in Float32, Int64 and Bool; {type} was asked for. Give dtype: float32, or convert the values first."
        );
}
