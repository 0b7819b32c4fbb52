using System.CommandLine;
using Research.Pipeline.Engines;
using Research.Pipeline.Runs;

namespace Research.Cli.Commands;

/// <summary>--device: where networks are computed; the results are the same. libtorch, whose are not, stays on the CPU.</summary>
internal sealed class DeviceOption : Option<string>
{
    public const string Cpu = RunSettings.Cpu;
    public const string Cuda = "cuda";
    public const string Auto = "auto";

    public DeviceOption()
        : base("--device")
    {
        Description =
            "Where networks are computed: cpu, cuda (an NVIDIA GPU), or auto (cuda where there is one, else cpu). The results are the same.";
        Recursive = true;
        DefaultValueFactory = _ => Cpu;
        this.AcceptOnlyFromAmong(Cpu, Cuda, Auto);
        Validators.Add(given =>
        {
            if (given.Tokens is [{ Value: Cuda }] && !TensorEngine.GivesEqualBits)
            {
                given.AddError(
                    $"--device {Cuda}: the engine {TensorEngine.Compiled} places no tensors on a GPU; the engine {TensorEngine.Portable} does. Leave --device or --engine out."
                );
            }
        });
    }
}
