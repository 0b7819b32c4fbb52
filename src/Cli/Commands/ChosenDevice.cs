using System.CommandLine;
using Research.Numerics;
using Research.Pipeline;
#if !TORCHSHARP
using Research.Torch.Devices;
#endif

namespace Research.Cli.Commands;

/// <summary>The device that --device led to, for this process and its workers.</summary>
internal static class ChosenDevice
{
    /// <summary>cpu or cuda.</summary>
    public static string Name { get; private set; } = DeviceOption.Cpu;

    /// <summary>Takes the device that a command line asks for, and says which it is where that is no matter of course.</summary>
    /// <param name="program">Begins the line that says what is wrong.</param>
    /// <returns>False where it cannot be had.</returns>
    public static bool Take(ParseResult parsed, string program) => Take(parsed, program, Take, Terminal.Complain);

    internal static bool Take(ParseResult parsed, string program, Func<string, string> take, Action<string> say)
    {
        string asked = parsed.GetValue(parsed.RootCommandResult.Command.Options.OfType<DeviceOption>().Single())!;
        Name = DeviceOption.Cpu;
        if (asked == DeviceOption.Cpu)
        {
            return true;
        }

        try
        {
            say($"{program}: device {take(DeviceOption.Cuda)}");
            Name = DeviceOption.Cuda;
            return true;
        }
        catch (ResearchException error) when (asked == DeviceOption.Auto)
        {
            say($"{program}: device {DeviceOption.Cpu}. {error.Message}");
            return true;
        }
        catch (ResearchException error)
        {
            say($"{program}: --device {asked}: {error.Message}");
            return false;
        }
    }

    /// <summary>Has this process compute on a device, and says which it is.</summary>
    /// <exception cref="ResearchException">It cannot be had.</exception>
    public static string Take(string name) =>
#if TORCHSHARP
        name == DeviceOption.Cpu ? name : throw new ResearchException("The engine torchsharp places no tensors on a GPU.");
#else
        ComputeDevice.Take(name);
#endif
}
