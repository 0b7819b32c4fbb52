using Research.Numerics;
using Research.Torch.Devices;

namespace TorchSharp;

/// <summary>Kinds of device, numbered as TorchSharp numbers them.</summary>
public enum DeviceType
{
    CPU = 0,
    CUDA = 1,
    MKLDNN = 2,
    OPENGL = 3,
    OPENCL = 4,
    IDEEP = 5,
    HIP = 6,
    FPGA = 7,
    MSNPU = 8,
    XLA = 9,
    MPS = 13,
    META = 14,
}

public static partial class torch
{
    public static readonly Device CPU = new(DeviceType.CPU);

    public static Device CUDA => device(DeviceType.CUDA);

    /// <summary>Where a tensor's numbers lie and its operations run.</summary>
    /// <remarks>The CPU, and NVIDIA's GPUs through their driver (docs/cuda.md); the results have the same bits.</remarks>
    public class Device
    {
        [ShowsInNoResult]
        private Place? _place; // of a GPU, or what the CPU stands for: the same bits

        public Device(string description)
            : this(Kind(description.Split(':')[0]), description.Contains(':') ? Index(description) : -1) { }

        public Device(string deviceType, int index = -1)
            : this(Kind(deviceType), index) { }

        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        internal Device(DeviceType deviceType, int index, Place place)
            : this(deviceType, index) => _place = place;

        public DeviceType type { get; }

        public int index { get; }

        /// <summary>The memory and kernels that the device stands for; a GPU is opened when it is first asked for.</summary>
        /// <exception cref="ResearchException">The GPU is not there, or cannot run the kernels.</exception>
        internal Place Place => _place ?? (type == DeviceType.CPU ? HostPlace.Instance : Places.Cuda(index));

        /// <summary>Has the device stand for other memory and kernels from now on; null for its own.</summary>
        internal void StandFor(Place? place) => _place = place;

        public static implicit operator Device(string description) => device(description);

        public override string ToString()
        {
            string name =
                type == DeviceType.CPU ? "cpu"
                : type == DeviceType.CUDA ? "cuda"
                : type.ToString();
            return index < 0 ? name : FormattableString.Invariant($"{name}:{index}");
        }

        private static int Index(string description) =>
            int.Parse(description.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);

        private static DeviceType Kind(string name) =>
            name switch
            {
                "cpu" => DeviceType.CPU,
                "cuda" => DeviceType.CUDA,
                _ => throw new ArgumentException(
                    $"'{name}' names no device of this engine; it knows 'cpu' and 'cuda'.",
                    nameof(name)
                ),
            };
    }

    public static Device device(string description) => Available(new Device(description));

    public static Device device(DeviceType deviceType, int index = -1) => Available(new Device(deviceType, index));

    internal static Device Available(Device? device)
    {
        if (device is null or { type: DeviceType.CPU })
        {
            return CPU;
        }

        try
        {
            return device.Place.Device;
        }
        catch (ResearchException error)
        {
            throw new InvalidOperationException(
                $"There is no device '{device}' here. {error.Message} Ask torch.cuda.is_available() before choosing one; there is always 'cpu'.",
                error
            );
        }
    }

    /// <summary>NVIDIA's GPUs.</summary>
    public static partial class cuda
    {
        /// <summary>Whether there is a driver with a GPU.</summary>
        public static bool is_available() => device_count() > 0;

        public static int device_count() => Places.CudaCount;
    }
}
