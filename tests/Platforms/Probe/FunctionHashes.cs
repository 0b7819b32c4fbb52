using System.Security.Cryptography;
using Research.Numerics;

namespace Research.Probe;

/// <summary>Hashes of what each elementary function gives for twenty thousand arguments: machines that differ in one bit of one value differ here.</summary>
internal static class FunctionHashes
{
    private const int Arguments = 20_000;

    private static readonly (string Name, Func<double, double> Function)[] Functions =
    [
        ("exp", PortableMath.Exp),
        ("log of the absolute value", x => PortableMath.Log(Math.Abs(x))),
        ("sin far out", x => PortableMath.Sin(x * 1000)),
        ("cos", PortableMath.Cos),
        ("power 1.7 of the absolute value", x => PortableMath.Pow(Math.Abs(x), 1.7)),
        ("angle of (3, x)", x => PortableMath.Atan2(x, 3)),
        ("tanh of a tenth", x => PortableMath.Tanh(x / 10)),
        ("0 times infinity", x => (x - x) * double.PositiveInfinity), // each machine has a NaN of its own; it is written as one
    ];

    public static IEnumerable<(string Name, string Hash)> All()
    {
        Rng rng = Rng.For(1, "probe");
        double[] arguments = [.. Enumerable.Range(0, Arguments).Select(_ => rng.NextDouble(-50, 50))];
        yield return ("arguments", Hash(arguments));
        yield return ("normal numbers", Hash([.. arguments.Select(_ => rng.NextNormal())]));
        foreach ((string name, Func<double, double> function) in Functions)
        {
            yield return (name, Hash([.. arguments.Select(function)]));
        }
    }

    private static string Hash(double[] values) => Convert.ToHexString(SHA256.HashData(OneNaN.Bytes(values)))[..16];
}
