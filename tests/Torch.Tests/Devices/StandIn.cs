using Research.Torch.Devices;
using Research.Torch.Devices.Cuda;

namespace Research.Torch.Tests.Devices;

/// <summary>All of this process on a GPU that is none, until it is disposed of: as --device cuda has it.</summary>
/// <remarks>Only for tests that run alone.</remarks>
internal sealed class StandIn : IDisposable
{
    public StandIn(ICudaDriver driver)
    {
        Place = new CudaPlace(driver, 0);
        ComputeDevice.Take(Place);
    }

    public CudaPlace Place { get; }

    public void Dispose() => ComputeDevice.Take(ComputeDevice.Cpu);
}
