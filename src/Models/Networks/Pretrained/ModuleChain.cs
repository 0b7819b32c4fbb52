using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Models.Networks.Pretrained;

/// <summary>A part of a <see cref="Sequential"/>.</summary>
internal static class ModuleChain
{
    /// <summary>Calls the modules from the first to the one before the last given.</summary>
    public static Tensor Call(Sequential modules, Tensor x, Range range)
    {
        (int start, int length) = range.GetOffsetAndLength(modules.Count);
        for (int i = start; i < start + length; i++)
        {
            x = modules[i].call(x);
        }

        return x;
    }
}
