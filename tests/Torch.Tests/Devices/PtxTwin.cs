using Research.Torch.Devices.Cuda;
using Research.Torch.Tests.Devices.Ptx;

namespace Research.Torch.Tests.Devices;

/// <summary>A twin whose GPU is the machine that reads PTX.</summary>
internal static class PtxTwin
{
    public static Twin Of(PtxModule module, bool stopsAtDifference = false, bool lastThreadFirst = false)
    {
        var driver = new PtxDriver(module, lastThreadFirst);
        return new Twin(new CudaPlace(driver, 0), 1, driver.CheckGuards) { StopsAtDifference = stopsAtDifference };
    }
}
