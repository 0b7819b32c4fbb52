using System.CommandLine;
using Research.Pipeline.Engines;
using TorchSharp;

namespace Research.Cli.Commands;

/// <summary>--device: where networks are computed. Both engines use the CPU; a GPU is refused with what is missing.</summary>
internal sealed class DeviceOption : Option<string>
{
    private const string Cpu = "cpu";
    private const string Cuda = "cuda";

    public DeviceOption()
        : base("--device")
    {
        Description = "Where networks are computed: cpu.";
        Recursive = true;
        DefaultValueFactory = _ => Cpu;
        this.AcceptOnlyFromAmong(Cpu, Cuda);
        Validators.Add(given =>
        {
            if (given.Tokens is [{ Value: Cuda }])
            {
                given.AddError($"--device {Cuda}: {WhyNot()} Leave --device out.");
            }
        });
    }

    private static string WhyNot() =>
        TensorEngine.GivesEqualBits ? $"the engine {TensorEngine.Compiled} has kernels for the CPU alone."
        : !torch.cuda.is_available()
            ? "libtorch finds no CUDA here (the package for the CPU has none; docs/torch.md names another, which needs an NVIDIA driver)."
        : $"libtorch has CUDA here, but the engine {TensorEngine.Compiled} places no tensors on a GPU yet.";
}
