const longest = 1600

/** What a browser draws as one still picture. */
const isPhoto = /^image\/(jpeg|png|webp|avif|heic|heif)$/

/**
 * A picture as it is sent: no larger than a screen shows, as a JPEG that says nothing of where and with what it was taken.
 * Anything else, and what this browser cannot draw, stays as it is: the server says whether it takes it.
 */
export async function asPhoto(file: File): Promise<File> {
  if (!isPhoto.test(file.type)) return file
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap) return file
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const room = canvas.getContext('2d')
  if (room) {
    // A JPEG has no glass: what was see-through is paper.
    room.fillStyle = '#fff'
    room.fillRect(0, 0, canvas.width, canvas.height)
    room.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  }
  bitmap.close()
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
  if (!blob || !room) return file
  return new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: blob.type })
}
