using System.Text.RegularExpressions;
using Research.Torch.Devices.Cuda;
using Research.Torch.Tests.Devices.Cases;

namespace Research.Torch.Tests.Devices;

/// <summary>The PTX that is shipped: what it is made of, and that its source gives it.</summary>
public partial class PtxBuildTests
{
    private static readonly string[] Lines = CudaDevices.ReadPtx().Split('\n');

    [Fact]
    public void Old_drivers_take_it()
    {
        Assert.Contains(".version 6.3", Lines);
        Assert.Contains(".target sm_75", Lines);
        Assert.Equal(
            Lines.Count(line => line.Contains(".entry", StringComparison.Ordinal)),
            Lines.Count(line => line == ".maxntid 256, 1, 1")
        );
    }

    // A rule of its own, so that a hole in the script's is seen.
    [Fact]
    public void Every_operation_on_floats_rounds_by_name_and_only_floats_are_fused()
    {
        string[] arithmetic =
        [
            .. Lines
                .Select(line => Instruction().Match(line).Groups["name"].Value)
                .Where(name => Arithmetic().IsMatch(name))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        Assert.All(arithmetic, name => Assert.Contains(".rn.f", name, StringComparison.Ordinal));
        Assert.Equal(["fma.rn.f32"], arithmetic.Where(name => name.StartsWith("fma", StringComparison.Ordinal)));
        Assert.Contains("add.rn.f64", arithmetic);
        Assert.DoesNotContain(Lines, line => Loose().IsMatch(line));
    }

    [Fact]
    public void Its_source_gives_it_byte_for_byte()
    {
        Assert.SkipUnless(PtxBuild.IsPossible, PtxBuild.Missing);
        (int code, string said) = PtxBuild.Check();
        Assert.True(code == 0, said);
        Assert.Contains("byte for byte", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("__nvvm_sqrt_approx_f(x)", "sqrt.approx.f32")]
    [InlineData("__builtin_fma(x, x, 1.0)", "fma.rn.f64")]
    [InlineData("__nvvm_add_rn_ftz_f(x, x)", "add.rn.ftz.f32")]
    public void What_a_driver_could_round_otherwise_is_refused(string expression, string instruction)
    {
        Assert.SkipUnless(PtxBuild.IsPossible, PtxBuild.Missing);
        var change = new SourceChange("pointwise.cl", "case 8: return x * x;", $"case 8: return {expression};");
        (string? ptx, string said) = PtxBuild.Compile(change);
        Assert.Null(ptx);
        Assert.Contains(instruction, said, StringComparison.Ordinal);
        Assert.Contains("mend the source", said, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\s+(?:@!?%p\d+\s+)?(?<name>[a-z][\w.]*)\s")]
    private static partial Regex Instruction();

    [GeneratedRegex(@"^(add|sub|mul|div|fma|mad|sqrt|rsqrt|rcp|ex2|lg2|sin|cos|tanh)\..*f(16|32|64)")]
    private static partial Regex Arithmetic();

    [GeneratedRegex(@"\.(approx|ftz|full)\b")]
    private static partial Regex Loose();
}
